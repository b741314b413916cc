import { commands } from '../../admin-cli/commands'
import type { JsonShape } from '../../admin-cli/json-shape'

/** The JSON that a command printed, after it was compared with the shape that docs/cli.md promises. */
export function documented(name: string, stdout: string): unknown {
  const command = commands.find((one) => one.name === name)
  if (command === undefined) throw new Error(`no command ${name}`)
  const value: unknown = JSON.parse(stdout)
  const problems = shapeProblems(command.json, value, '$')
  if (problems.length > 0) throw new Error(`${name} --json is not as documented: ${problems.join('; ')}`)
  return value
}

function shapeProblems(shape: JsonShape, value: unknown, at: string): string[] {
  if (typeof shape === 'string')
    return isLeaf(shape, value) ? [] : [`${at} is ${JSON.stringify(value)}, not ${shape}`]
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} is not an array`]
    return value.flatMap((one, index) => shapeProblems(shape[0] ?? 'object', one, `${at}[${index}]`))
  }
  if (!isObject(value)) return [`${at} is not an object`]
  const known = new Map(Object.entries(shape).map(([key, inner]) => [key.replace(/\?$/, ''), inner]))
  const missing = Object.keys(shape).filter((key) => !key.endsWith('?') && !(key in value))
  return [
    ...missing.map((key) => `${at}.${key} is missing`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const expected = known.get(key)
      return expected === undefined
        ? [`${at}.${key} is not documented`]
        : shapeProblems(expected, inner, `${at}.${key}`)
    }),
  ]
}

/** `'string | null'`, `'active | shadow'`: types by name, and literal values. */
function isLeaf(shape: string, value: unknown): boolean {
  return shape.split(' | ').some((type) => {
    if (type === 'null') return value === null
    if (type === 'object') return isObject(value)
    if (type === 'true' || type === 'false') return value === (type === 'true')
    return type === 'string' || type === 'number' || type === 'boolean'
      ? typeof value === type
      : value === type
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
