import { stopPooledChildren } from '../../../quality-control/probes/child-pool/child-pool'
import { renderTable, table } from '../../../admin-cli/table'
import { measureAssets, type Outcome } from './measure-assets'
import { kinds, languages } from './seeded-assets'

void main(process.argv.slice(2))

/**
 * `npm run text:measure -- [COUNT] [FIRST]`: how many planted misspellings are found, and how many words are
 * reported that are none, on assets with one planted word each and their clean twins (200 by default).
 */
async function main([count = '200', first = '0']: string[]): Promise<void> {
  const numbers = Array.from({ length: Number(count) }, (_, index) => Number(first) + index)
  const outcomes = await measureAssets(numbers, report)
  const rows = [
    ...languages.map((language) =>
      rowOf(
        language,
        outcomes.filter(({ asset }) => asset.language === language),
      ),
    ),
    ...kinds.map((kind) =>
      rowOf(
        kind,
        outcomes.filter(({ asset }) => asset.kind === kind),
      ),
    ),
    rowOf('all', outcomes),
  ]
  const head = [
    'ASSETS',
    'PLANTED',
    'FOUND',
    'RECALL',
    'FALSE WORDS',
    'PER 20 ASSETS',
    'NOT JUDGED',
    'S/ASSET',
  ]
  console.log(renderTable(table(head, rows), { width: undefined, hasColour: false }))
  stopPooledChildren()
}

function report({ asset, isFound, falseWords, notJudged }: Outcome): void {
  const { number, language, kind, typo } = asset
  const where = `${number} ${language} ${kind}`
  if (isFound === false) console.error(`missed: ${where}: ${typo?.written ?? ''} (${typo?.meant ?? ''})`)
  if (falseWords.length > 0) console.error(`false: ${where}: ${falseWords.join(', ')}`)
  if (notJudged !== undefined) console.error(`not judged: ${where}: ${notJudged}`)
}

function rowOf(name: string, outcomes: readonly Outcome[]): string[] {
  const planted = outcomes.filter(({ isFound }) => isFound !== undefined)
  const found = planted.filter(({ isFound }) => isFound)
  const falseWords = outcomes.reduce((sum, outcome) => sum + outcome.falseWords.length, 0)
  const seconds = outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0)
  const per = (value: number, whole: number, digits: number) =>
    whole === 0 ? '-' : (value / whole).toFixed(digits)
  return [
    name,
    String(planted.length),
    String(found.length),
    `${per(found.length * 100, planted.length, 1)} %`,
    String(falseWords),
    per(falseWords * 20, outcomes.length, 2),
    String(outcomes.filter(({ notJudged }) => notJudged !== undefined).length),
    per(seconds, outcomes.length, 2),
  ]
}
