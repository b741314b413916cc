/**
 * `hasCode(error, 'ENOENT')`. By its shape: a system error may come from another realm (a vm context), where
 * `instanceof` fails.
 */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    codes.includes(error.code)
  )
}
