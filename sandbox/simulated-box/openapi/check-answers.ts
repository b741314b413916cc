import Ajv from 'ajv'
import type { ValidateFunction } from 'ajv'
import type { CapturedAnswer } from '../http/answer-capture'
import { isObject } from '../http/json'
import type { JsonObject } from '../http/json'
import type { OpenApiDescription, Operation } from './description'
import { toJsonSchema } from './json-schema'

export interface Mismatch {
  /** Line in the file of answers, from 1. */
  line: number
  request: string
  status: number
  problem: string
}

/** Compares answers with the description: the route, the status, the body, and each field of it. */
export function createAnswerCheck(
  description: OpenApiDescription,
): (answer: CapturedAnswer, line: number) => Mismatch[] {
  const ajv = new Ajv({ strict: false, allErrors: true, formats })
  const schemas = Object.fromEntries(
    Object.entries(description.schemas()).map(([name, schema]) => [name, toJsonSchema(schema)]),
  )
  ajv.addSchema({ $id: 'box', components: { schemas } }, 'box')
  const compiled = new Map<string, ValidateFunction>()
  const validatorFor = (key: string, schema: unknown) => {
    const known = compiled.get(key) ?? ajv.compile(absolute(toJsonSchema(schema)))
    compiled.set(key, known)
    return known
  }
  return (answer, line) => {
    const request = `${answer.method} ${answer.path}`
    return problems(description, answer, validatorFor).map((problem) => ({
      line,
      request,
      status: answer.status,
      problem,
    }))
  }
}

type ValidatorFor = (key: string, schema: unknown) => ValidateFunction

function problems(
  description: OpenApiDescription,
  answer: CapturedAnswer,
  validatorFor: ValidatorFor,
): string[] {
  const operation = description.operation(answer.method, answer.path)
  if (!operation) return ['Box has no such operation']
  const response = responseFor(operation, answer.status)
  if (!response) return [`expected one of the statuses ${Object.keys(operation.responses).join(', ')}`]
  const schema = jsonSchemaOf(response)
  if (answer.body === undefined)
    return schema === undefined || isEmptyByCustom(answer)
      ? missingHeaders(answer)
      : ['expected a JSON body, got none']
  if (schema === undefined) return ['expected no JSON body']
  const validate = validatorFor(`${answer.method} ${operation.path} ${response.name}`, schema)
  if (validate(answer.body)) return []
  return [
    ...new Set(
      (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath || '(body)'} ${message} ${detail(params)}`,
      ),
    ),
  ]
}

/** 4xx and 5xx may fall back on `default`; a success that is not described is a mismatch. */
function responseFor(operation: Operation, status: number): { name: string; value: JsonObject } | undefined {
  const name = String(status) in operation.responses ? String(status) : status >= 400 ? 'default' : undefined
  const value = name === undefined ? undefined : operation.responses[name]
  return name !== undefined && isObject(value) ? { name, value } : undefined
}

function jsonSchemaOf({ value }: { value: JsonObject }): unknown {
  const content = isObject(value.content) ? value.content['application/json'] : undefined
  return isObject(content) ? content.schema : undefined
}

/** Unlike its description, Box answers 401 without a body and `revoke` without a body. */
function isEmptyByCustom({ status, path }: CapturedAnswer): boolean {
  return status === 401 || path === '/oauth2/revoke'
}

function missingHeaders({ status, headers, path }: CapturedAnswer): string[] {
  const wanted: Record<string, string> = {
    '202': 'retry-after',
    '302': 'location',
    '401': 'www-authenticate',
  }
  const header = path.startsWith('/2.0/') ? wanted[String(status)] : undefined
  return header !== undefined && headers[header] === undefined ? [`expected a ${header} header`] : []
}

function detail(parameters: JsonObject): string {
  return Object.keys(parameters).length === 0 ? '' : JSON.stringify(parameters)
}

/** References of an operation's schema point into the description. */
function absolute(schema: unknown): JsonObject {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"box#/')
  const value: unknown = JSON.parse(text)
  return isObject(value) ? value : {}
}

const formats: Record<string, (text: string) => boolean> = {
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)),
  digest: (text) => /^[0-9a-f]{40}$/.test(text),
  // A person without a login has none.
  email: (text) => text === '' || text.includes('@'),
  url: (text) => URL.canParse(text),
  ...Object.fromEntries(
    [
      'token',
      'urn',
      'timezone',
      'int32',
      'int64',
      'float',
      'binary',
      'date',
      'uri',
      '<width>x<height>',
      'uuid',
    ].map((name) => [name, () => true]),
  ),
}
