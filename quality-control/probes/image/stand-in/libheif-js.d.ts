/** The part of libheif-js that is used here; the package has no types of its own for it. */
declare module 'libheif-js/wasm-bundle.js' {
  interface HeifImage {
    is_primary: () => boolean
    get_width: () => number
    get_height: () => number
    /** Writes RGBA into `target`; `done` gets null when the image cannot be decoded. */
    display: (
      target: { data: Uint8ClampedArray; width: number; height: number },
      done: (result: unknown) => void,
    ) => void
    free: () => void
  }
  const libheif: { HeifDecoder: new () => { decode: (bytes: Uint8Array) => HeifImage[] } }
  export default libheif
}
