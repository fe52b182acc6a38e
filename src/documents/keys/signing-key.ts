/** A key out of a file, opened: PKCS#8, its certificate and the chain above it, all DER. */
export interface FileKey {
  readonly kind: "file";
  readonly privateKey: Uint8Array;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

/** A key that never leaves its token (PKCS#11): by the label of the token and its own. */
export interface TokenKey {
  readonly kind: "token";
  readonly token: string;
  readonly label: string;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

export type SigningKey = FileKey | TokenKey;
