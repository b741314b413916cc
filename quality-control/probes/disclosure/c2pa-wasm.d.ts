/** The part that is used here. The package's own types are those of an ECMAScript module. */
declare module '@contentauth/c2pa-wasm' {
  export class WasmReader {
    /** Rejects for a file without a manifest, a damaged one, or an unknown format. */
    static fromBytes(format: string, bytes: Uint8Array, settingsJson: string): Promise<WasmReader>
    json(): string
    /** Every assertion, too; its bytes are `b64'…'`. */
    crJson(): string
    free(): void
  }
  export default function init(options: { module_or_path: Uint8Array }): Promise<unknown>
}
