import type { SchemaObj } from 'convict'

/** One entry of the schema. The type of its value is that of its default. */
interface Setting<Value> extends SchemaObj<Value> {
  doc: string
  default: Value
}

export function text(doc: string, env: string): Setting<string> {
  return { doc, format: 'text', default: '', env }
}

export function secret(doc: string, env: string): Setting<string> {
  return { doc, format: 'secret', default: '', env, sensitive: true }
}

export function address(doc: string, env: string, value: string): Setting<string> {
  return { doc, format: 'web-address', default: value, env }
}

export function choice<const Choice extends string>(
  doc: string,
  env: string,
  choices: readonly Choice[],
  value: NoInfer<Choice>,
): Setting<Choice> {
  return { doc, format: 'choice', choices, default: value, env }
}

export function wholeNumber(
  doc: string,
  env: string,
  value: number,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
): Setting<number> {
  return { doc, format: 'whole-number', default: value, env, min, max }
}

/** Set together, as a JSON object, by QC_TIMINGS. */
export function timing(doc: string, value: number): Setting<number> {
  return { doc, format: 'whole-number', default: value, min: 1 }
}
