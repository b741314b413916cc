import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { CapturedAnswer } from '../http/answer-capture'
import { isObject } from '../http/json'
import { createAnswerCheck } from './check-answers'
import type { Mismatch } from './check-answers'
import { OpenApiDescription } from './description'

const defaultAnswers = '.cache/box-answers.jsonl'
const usage = `Usage: npm run check:box-openapi -- FILE [--answers ANSWERS]

Compares the simulated Box's answers with Box's OpenAPI description.
  FILE                 the description, as Box publishes it (JSON)
  --answers ANSWERS    answers that a run collected, one JSON a line (default: ${defaultAnswers})

Exit codes: 0 all answers hold, 1 some do not, 2 wrong use.`

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { answers: { type: 'string' } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (file === undefined) throw new Error('expected the path of the OpenAPI description')
  const check = createAnswerCheck(await OpenApiDescription.read(file))
  const path = values.answers ?? defaultAnswers
  let line = 0
  const mismatches: Mismatch[] = []
  for await (const text of createInterface({ input: createReadStream(path) })) {
    line += 1
    const answer = readAnswer(text, line)
    // An answer that a test ordered is not the simulated Box's own.
    if (answer.faultId === undefined || answer.body !== undefined) mismatches.push(...check(answer, line))
  }
  for (const { line: where, request, status, problem } of mismatches)
    console.error(`${path}:${where} ${request} ${status}: ${problem}`)
  console.log(`${line} answers, ${mismatches.length} mismatches`)
  if (line === 0) throw new Error(`${path} holds no answers: run the end-to-end tests first`)
  return mismatches.length === 0 ? 0 : 1
}

function readAnswer(text: string, line: number): CapturedAnswer {
  const value: unknown = JSON.parse(text)
  if (
    !isObject(value) ||
    typeof value.method !== 'string' ||
    typeof value.path !== 'string' ||
    typeof value.status !== 'number'
  ) {
    throw new Error(`line ${line}: expected an answer with method, path and status`)
  }
  const { method, path, status, body } = value
  const headers = isObject(value.headers)
    ? Object.fromEntries(Object.entries(value.headers).map(([name, header]) => [name, String(header)]))
    : {}
  return {
    origin: String(value.origin),
    method,
    path,
    status,
    headers,
    body,
    faultId: typeof value.faultId === 'string' ? value.faultId : undefined,
  }
}

main()
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    console.error(usage)
    process.exit(2)
  })
