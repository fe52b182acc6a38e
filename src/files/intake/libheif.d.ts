declare module "libheif-js/wasm-bundle.js" {
  interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    free(): void;
    display(
      into: { data: Uint8ClampedArray; width: number; height: number },
      done: (pixels: { data: Uint8ClampedArray } | null) => void,
    ): void;
  }
  export interface HeifDecoder {
    decode(bytes: Uint8Array): HeifImage[];
  }
  const libheif: { HeifDecoder: new () => HeifDecoder };

  export { libheif as default };
}
