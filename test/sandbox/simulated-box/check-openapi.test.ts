import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnswerCheck } from '../../../sandbox/simulated-box/openapi/check-answers'
import { OpenApiDescription } from '../../../sandbox/simulated-box/openapi/description'

/** A small description with the peculiarities of Box's own. */
const description = {
  openapi: '3.0.2',
  paths: {
    '/files/{file_id}': {
      get: {
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/File' } } } },
          default: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/ClientError' } } },
          },
        },
      },
      delete: { responses: { 204: {} } },
    },
    '/files/content': {
      post: {
        responses: {
          201: { content: { 'application/json': { schema: { type: 'object', required: ['entries'] } } } },
        },
      },
    },
    '/files/{file_id}#get_shared_link': { get: { responses: {} } },
    '/files/{file_id}/content': { get: { responses: { 202: {}, 302: {}, 401: {} } } },
  },
  components: {
    schemas: {
      Mini: {
        type: 'object',
        required: ['id', 'type'],
        properties: { id: { type: 'string' }, type: { type: 'string', enum: ['file'] } },
      },
      File: {
        allOf: [
          { $ref: '#/components/schemas/Mini' },
          {
            properties: {
              etag: { type: 'string', nullable: true },
              created_at: { type: 'string', format: 'date-time' },
              size: { type: 'integer', format: 'int64' },
              parent: { allOf: [{ $ref: '#/components/schemas/Mini' }, { nullable: true }] },
            },
          },
        ],
      },
      ClientError: {
        type: 'object',
        properties: {
          code: { type: 'string', enum: ['not_found', 'item_name_invalid'] },
          status: { type: 'integer' },
        },
      },
    },
  },
}

let directory: string
let check: ReturnType<typeof createAnswerCheck>
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'openapi-'))
  await writeFile(join(directory, 'openapi.json'), JSON.stringify(description))
  check = createAnswerCheck(await OpenApiDescription.read(join(directory, 'openapi.json')))
})
afterAll(() => rm(directory, { recursive: true }))

const file = { id: '1', type: 'file' }
type Case = [
  string,
  { method?: string; path?: string; status?: number; headers?: Record<string, string>; body?: unknown },
]
const problemsOf = (answer: Case[1]) => {
  const whole = { origin: 'api', method: 'GET', path: '/2.0/files/1', status: 200, headers: {}, ...answer }
  return check(whole, 1).map(({ problem }) => problem)
}

test.each<Case>([
  ['the base fields', { body: file }],
  ['null where it is nullable', { body: { ...file, etag: null, parent: null } }],
  ['a date with an offset', { body: { ...file, created_at: '2026-11-24T01:02:03-08:00' } }],
  ['an error by default, with a code of the guides', { status: 404, body: { status: 404, code: 'trashed' } }],
  ['no body', { method: 'DELETE', status: 204 }],
  [
    'the fixed path before the variable one',
    { method: 'POST', path: '/2.0/files/content', status: 201, body: { entries: [] } },
  ],
  [
    'a redirect with its address',
    { path: '/2.0/files/1/content', status: 302, headers: { location: 'http://127.0.0.1/' } },
  ],
])('%s holds', (_what, answer) => {
  expect(problemsOf(answer)).toEqual([])
})

test.each<[...Case, RegExp]>([
  ['a number as id', { body: { ...file, id: 1 } }, /^\/id must be string/],
  ['a missing type', { body: { id: '1' } }, /required property 'type'/],
  ['another type', { body: { ...file, type: 'folder' } }, /^\/type must be equal to one of/],
  ['null where it is not nullable', { body: { ...file, size: null } }, /^\/size must be integer/],
  [
    'a date that is none',
    { body: { ...file, created_at: 'yesterday' } },
    /^\/created_at must match format "date-time"/,
  ],
  ['a broken part of an allOf', { body: { ...file, parent: { id: '1' } } }, /^\/parent must/],
  ['an unknown code', { status: 404, body: { status: 404, code: 'oops' } }, /^\/code must be equal/],
  [
    'a status that is not described',
    { status: 201, body: file },
    /expected one of the statuses 200, default/,
  ],
  ['an operation that Box has not', { method: 'PATCH', body: file }, /no such operation/],
  ['a path that Box has not', { path: '/2.0/nothing', body: file }, /no such operation/],
  ['no body where there is one', {}, /expected a JSON body/],
  ['a body where there is none', { method: 'DELETE', status: 204, body: {} }, /expected no JSON body/],
  ['a redirect to nowhere', { path: '/2.0/files/1/content', status: 302 }, /location header/],
])('%s is a mismatch', (_what, answer, problem) => {
  expect(problemsOf(answer)).toContainEqual(expect.stringMatching(problem))
})
