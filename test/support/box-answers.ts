import { readFile } from 'node:fs/promises'

import {
  deserializeAccessToken,
  deserializeClientError,
  deserializeCollaboration,
  deserializeFileFull,
  deserializeFiles,
  deserializeFileVersions,
  deserializeFolderFull,
  deserializeItems,
  deserializeOAuth2Error,
  deserializeUserFull,
  deserializeWebhook,
  deserializeWebhooks,
} from 'box-node-sdk/schemas'
import type { SerializedData } from 'box-node-sdk/serialization'

import type { CapturedAnswer } from '../../sandbox/simulated-box/http/answer-capture'
import { messageOf } from '../../workflows/text'
import type { Installation } from './installation-under-test'

type Read = (answer: SerializedData) => unknown

/** The deserialiser of the SDK for the successful answer of each call. */
const readers: [RegExp, Read][] = [
  [/^POST \/oauth2\/token$/, deserializeAccessToken],
  [/^GET \/2\.0\/users\/[^/]+$/, deserializeUserFull],
  [/^(GET|PUT) \/2\.0\/files\/\d+$/, deserializeFileFull],
  [/^(POST \/2\.0\/folders|(GET|PUT) \/2\.0\/folders\/\d+)$/, deserializeFolderFull],
  [/^GET \/2\.0\/folders\/\d+\/items$/, deserializeItems],
  [/^POST \/2\.0\/files\/(\d+\/)?content$/, deserializeFiles],
  [/^GET \/2\.0\/files\/\d+\/versions$/, deserializeFileVersions],
  [/^POST \/2\.0\/files\/\d+$/, deserializeFileFull],
  [/^GET \/2\.0\/webhooks$/, deserializeWebhooks],
  [/^(POST \/2\.0\/webhooks|(GET|PUT) \/2\.0\/webhooks\/\d+)$/, deserializeWebhook],
  [/^(POST \/2\.0\/collaborations|PUT \/2\.0\/collaborations\/\d+)$/, deserializeCollaboration],
]

/** Box's own SDK can read all answers so far, except those that a test ordered. */
export async function expectReadableAnswers({
  answersFile,
}: Pick<Installation, 'answersFile'>): Promise<void> {
  const lines = (await readFile(answersFile, 'utf8')).trim().split('\n')
  const answers = lines.map((line) => JSON.parse(line) as CapturedAnswer)
  const problems = answers.filter(({ faultId }) => faultId === undefined).flatMap(problemOf)
  expect(answers.length).toBeGreaterThan(5)
  expect([...new Set(problems)]).toEqual([])
}

function problemOf(answer: CapturedAnswer): string[] {
  const { method, path, status, body } = answer
  if (body === undefined)
    return status < 400 && ![202, 204, 302].includes(status)
      ? [`${method} ${path}: ${status} without a body`]
      : []
  try {
    readerOf(answer)(body as SerializedData)
    return []
  } catch (error) {
    return [`${method} ${path.replace(/\d+/g, 'N')}: ${status}: ${messageOf(error)}`]
  }
}

function readerOf({ method, path, status }: CapturedAnswer): Read {
  if (status >= 400) return path.startsWith('/oauth2/') ? deserializeOAuth2Error : deserializeClientError
  const reader = readers.find(([call]) => call.test(`${method} ${path}`))?.[1]
  if (reader === undefined) throw new Error('no deserialiser is named for this call')
  return reader
}
