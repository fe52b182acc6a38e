/** Statuses by which a door stays shut; an address that leads to signing in is shut as well. */
const SHUT = [403, 404];

/**
 * Where things of another office are refused by another status than that: it says the same for what is not there and for what is not theirs, and the page
 * tells why.
 */
const OTHERWISE: Readonly<Record<string, readonly number[]>> = {
  // wrong secrets are counted, and after five the door is shut for a while
  "POST /tra-cuu/:code/rut": [403, 429],
  "POST /tra-cuu/:code/bo-sung": [403, 429],
  "POST /tra-cuu/:code/ban-nhap/mo": [403, 429],
  "POST /tra-cuu/:code/ban-nhap/dung": [403, 429],
  "POST /tra-cuu/:code/ban-nhap/sua": [403, 429],
  "POST /tra-cuu/:code/tin": [403, 429],
  // "was answered, or taken back"
  "POST /ban-truc/lich/doi/:id/:answer{dong-y|tu-choi|rut}": [403, 409],
  // "somebody just answered it"
  "POST /mot-cua/gop-y/:feedback": [403, 409],
  // "is not stuck, or somebody just sent it"
  "POST /mot-cua/tin-nhan/:delivery/gui-lai": [403, 409],
  // a letter that a machine opens says nothing: the page only asks, and pressing its button is refused
  "GET /thong-ke/bao-cao-qua-thu/xac-nhan/:token": [200, 403],
};

export function isRefusal(route: string, { status, headers }: { readonly status: number; readonly headers: Headers }): boolean {
  const toSignIn = status === 303 && /^\/dang-nhap/.test(headers.get("location") ?? "");
  return toSignIn || (OTHERWISE[route] ?? SHUT).includes(status);
}

export const ODD_REFUSALS: readonly string[] = Object.keys(OTHERWISE);
