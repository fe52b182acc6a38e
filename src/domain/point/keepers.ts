/** Who stands by at a point from today on, and whether it is its office's only one. */
export interface Standing {
  readonly onRoster: ReadonlySet<string>;
  readonly onlyPoint: boolean;
}

/**
 * May somebody of the office change a point's machines and its log of outages? Its own people: whoever is on its roster, and where the office has no other
 * point every helper; besides them the office's leader and admin, who answer for all of its points.
 */
export function keepsPoint({ staff, role }: { readonly staff: string; readonly role: string }, { onRoster, onlyPoint }: Standing): boolean {
  if (role === "admin" || role === "leader") return true;
  return onRoster.has(staff) || (role === "helper" && onlyPoint);
}
