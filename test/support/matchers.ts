/** Jest's own matchers are typed `any`; these say the same and keep the expected object typed. */
export const anyText: unknown = expect.any(String)

export function textWith(part: string): unknown {
  return expect.stringContaining(part)
}

export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern)
}
