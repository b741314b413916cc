/** The value at a path of names in JSON; undefined where there is none. */
export function valueIn(json: unknown, ...path: string[]): unknown {
  let value = json
  for (const name of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return value
}

/** Empty where there is no text. */
export function textIn(json: unknown, ...path: string[]): string {
  const value = valueIn(json, ...path)
  return typeof value === 'string' ? value : ''
}
