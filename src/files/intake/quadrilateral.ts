export type Corner = readonly [x: number, y: number];

/** Four corners in order round the shape. */
export type Quadrilateral = readonly [Corner, Corner, Corner, Corner];

export function areaOf(quad: Quadrilateral): number {
  const crossed = quad.map(([x, y], index) => {
    const [nextX, nextY] = cornerAt(quad, index + 1);
    return x * nextY - nextX * y;
  });
  return Math.abs(crossed.reduce((sum, one) => sum + one, 0)) / 2;
}

/** 0 where all corners are right angles, 1 where one of them is folded flat. */
export function skewOf(quad: Quadrilateral): number {
  return Math.max(...quad.map((corner, index) => Math.abs(cosine(cornerAt(quad, index + 3), corner, cornerAt(quad, index + 1)))));
}

export function centreOf(quad: Quadrilateral): Corner {
  return [quad.reduce((sum, [x]) => sum + x / 4, 0), quad.reduce((sum, [, y]) => sum + y / 4, 0)];
}

/** Is that point inside? The corners must turn one way, as those of a convex hull do. */
export function contains(quad: Quadrilateral, [x, y]: Corner): boolean {
  const turns = quad.map(([ax, ay], index) => {
    const [bx, by] = cornerAt(quad, index + 1);
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
  });
  return turns.every((turn) => turn === turns[0]);
}

/** The same shape begun at the corner nearest to the picture's top left and walked clockwise, as a reader sees it. */
export function clockwiseFromTopLeft(quad: Quadrilateral): Quadrilateral {
  const [cx, cy] = centreOf(quad);
  const angle = ([x, y]: Corner) => Math.atan2(y - cy, x - cx);
  const round = [...quad].sort((one, other) => angle(one) - angle(other));
  const sums = round.map(([x, y]) => x + y);
  const start = sums.indexOf(Math.min(...sums));
  return [0, 1, 2, 3].map((step) => round[(start + step) % 4] ?? [0, 0]) as unknown as Quadrilateral;
}

/** Every corner moved that far towards the centre; a sheet cut out so shows no rim of the table. */
export function movedIn(quad: Quadrilateral, byPx: number): Quadrilateral {
  const [cx, cy] = centreOf(quad);
  return quad.map(([x, y]) => {
    const length = Math.hypot(cx - x, cy - y) || 1;
    return [x + ((cx - x) / length) * byPx, y + ((cy - y) / length) * byPx];
  }) as unknown as Quadrilateral;
}

export function cornerAt(quad: Quadrilateral, index: number): Corner {
  return quad[index % 4] ?? [0, 0];
}

export function distance([ax, ay]: Corner, [bx, by]: Corner): number {
  return Math.hypot(ax - bx, ay - by);
}

function cosine([ax, ay]: Corner, [x, y]: Corner, [bx, by]: Corner): number {
  return ((ax - x) * (bx - x) + (ay - y) * (by - y)) / (Math.hypot(ax - x, ay - y) * Math.hypot(bx - x, by - y) || 1);
}
