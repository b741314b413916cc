import type { SchemaObj } from 'convict'

export function text(doc: string, env: string): SchemaObj<string> {
  return { doc, format: 'text', default: '', env }
}

export function secret(doc: string, env: string): SchemaObj<string> {
  return { doc, format: 'secret', default: '', env, sensitive: true }
}

export function address(doc: string, env: string, value: string): SchemaObj<string> {
  return { doc, format: 'web-address', default: value, env }
}

export function wholeNumber(
  doc: string,
  env: string,
  value: number,
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
): SchemaObj<number> {
  return { doc, format: 'whole-number', default: value, env, min, max }
}

/** Set together, as a JSON object, by QC_TIMINGS. */
export function timing(doc: string, value: number): SchemaObj<number> {
  return { doc, format: 'whole-number', default: value, min: 1 }
}
