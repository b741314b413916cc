/**
 * Where loaded values differ in shape from the schema: an unknown key, a section in place of a value, or the
 * other way round. Checked before convict sees them: it fails on such values, or explains them badly.
 */
export function shapeProblems(values: object, schema: object, path = ''): string[] {
  return Object.entries(values).flatMap(([key, value]: [string, unknown]) => {
    const name = `${path}${key}`
    const node: unknown = Object.hasOwn(schema, key) ? Reflect.get(schema, key) : undefined
    if (!isSection(node)) return [`${name} is not known, expected one of ${Object.keys(schema).join(', ')}`]
    if ('default' in node) return isSection(value) ? [`${name} is a section, expected a single value`] : []
    if (!isSection(value))
      return [`${name} is ${JSON.stringify(value)}, expected a section with ${Object.keys(node).join(', ')}`]
    return shapeProblems(value, node, `${name}.`)
  })
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
