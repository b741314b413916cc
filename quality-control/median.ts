/** Of an even count the upper one of the two in the middle. Undefined for no numbers. */
export function median(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((value) => value !== undefined).sort((a, b) => a - b)
  return known[Math.floor(known.length / 2)]
}
