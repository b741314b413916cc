import type { Report } from '../report'
import type { EmbeddedPreview } from './embedded-preview'
import { choosePreviews } from './choose-previews'
import { type Html, html } from './html'
import { type NumberedCheck, numberedChecks } from './numbered-checks'
import type { Presentation } from './presentation'
import { timecode } from './timecode'
import { localNumber } from './words/local-number'
import type { ReportWords } from './words/report-words'
import { type Speaker, translatorOf } from './words/translator'
import { wordsOf } from './words/words-of'

/** A preview that the page holds once, as a symbol that its graphics use. */
export type ShownPreview = EmbeddedPreview & { id: string }

/** All that the parts of the page draw on. */
export interface View {
  report: Report
  presentation: Presentation
  words: ReportWords
  checks: NumberedCheck[]
  previews: ShownPreview[]
  /** A time in the asset, as a timecode where there is a frame rate. */
  time: (seconds: number) => string
  /** What a check wrote, in the language of the report; marked as English where no translation fits. */
  say: (speaker: Speaker, text: string) => Html
  /** The same for attributes and values, which are not marked. */
  plain: (speaker: Speaker, text: string) => string
  /** A number as the language of the report writes it. */
  number: (text: string) => string
}

/** Previews over this total are left out: a report stays under 2 MB. */
const previewBudgetBytes = 1_200_000

export function viewOf(report: Report, previews: EmbeddedPreview[], presentation: Presentation): View {
  const checks = numberedChecks(report)
  const kept = choosePreviews(previews, checks, report.visuals.durationSeconds)
  const translated = translatorOf(presentation.language)
  return {
    ...{ report, presentation, checks },
    words: wordsOf(presentation.language),
    previews: withinBudget(kept).map((preview, index) => ({ ...preview, id: `p${index + 1}` })),
    time: (seconds) => timecode(seconds, report.visuals.framesPerSecond, report.visuals.startTimecode),
    say: (speaker, text) => html`${translated(speaker, text) ?? html`<span lang="en">${text}</span>`}`,
    plain: (speaker, text) => translated(speaker, text) ?? text,
    number: localNumber(presentation.language),
  }
}

function withinBudget(previews: EmbeddedPreview[]): EmbeddedPreview[] {
  let left = previewBudgetBytes
  return previews.filter(({ bytes }) => {
    if (bytes.length > left) return false
    left -= bytes.length
    return true
  })
}
