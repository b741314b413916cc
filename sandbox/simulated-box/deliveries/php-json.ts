/**
 * JSON as PHP's `json_encode` writes it, which is what Box sends: `/` as `\/`, and every UTF-16 unit from
 * U+007F on as `\uXXXX` in lower case. Parsing and serialising such a body changes its bytes, and so
 * its signature.
 */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/\//g, '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
