import type { CheckStatus, ReportLanguage, Severity, Verdict } from '../../report'

/**
 * Every text of the report's frame. For what the checks say, see `translations.ts`.
 */
export interface ReportWords {
  language: ReportLanguage
  months: readonly string[]
  date: (day: string, month: string, year: string) => string
  /** Between a word and what it names: French has a space before it. */
  colon: string
  report: string
  verdicts: Record<Verdict, string>
  sentences: Record<Exclude<Verdict, 'pass'>, string>
  readyToUse: (profile: string) => string
  checked: (count: number, areas: string) => string
  areas: Record<'file' | 'image' | 'pdf' | 'video' | 'audio' | 'banner' | 'copy', string>
  statuses: Record<CheckStatus, string>
  severities: Record<Severity, string>
  /** `Pass, with 2 accepted findings`. */
  withAccepted: (verdict: string, count: number) => string
  acceptedFindings: string
  /** Nothing else was found. */
  onlyAccepted: string
  acceptedBy: (who: string) => string
  acceptedUntil: (day: string) => string
  of100: string
  noScore: string
  uploaded: (moment: string) => string
  notCheckable: string

  superseded: string
  supersededSentence: string
  supersededResult: (verdict: string, score: string) => string
  newerReportName: (part: string) => string
  reportsFolder: string
  currentFile: string

  minorPoints: string
  whatToDo: string
  whyNoScore: string
  whyRejected: string
  noProblem: string
  correctIt: string
  accepted: string
  acceptedUpTo: (size: string) => string
  toDo: string
  notChecked: string
  andMore: (count: number) => string
  moreInDetails: (count: number) => string
  moreOfTheKind: (count: number) => string
  more: (count: number) => string

  findings: string
  finding: (number: number) => string
  measured: string
  expected: string
  page: (page: number) => string
  at: (time: string) => string
  fromTo: (start: string, end: string) => string
  closeUp: (number: number) => string
  frameAt: (time: string) => string
  /** When no frame of the finding's own time was kept. */
  nearestFrame: (time: string) => string

  image: string
  /** Of a banner. */
  frames: string
  pages: string
  pagesShown: (shown: number, all: number) => string
  boxes: Record<'trim' | 'bleed' | 'crop' | 'art' | 'media', string>
  safeArea: string
  detectedText: string
  legendOf: (severity: string, status: string) => string

  timeline: string
  /** By the English name of the lane. */
  lanes: Record<'Black' | 'Freeze' | 'Flashes' | 'Cuts' | 'Silence', string>
  time: string
  none: string
  loudness: string
  loudnessOverTime: (target: string) => string
  loudnessTarget: (target: string) => string

  checksPassed: (count: number) => string
  checksNotApplicable: (count: number) => string
  checksNotRun: (count: number) => string
  checksThatCouldNotRun: string

  sum: string
  sumCaption: string
  start: string
  score: string
  noScoreBecause: string
  neverBelow0: string
  cappedTo: (severity: string, score: number) => string
  scoreRules: string
  technicalFacts: string
  provenance: string
  session: string
  uploadTime: string
  profile: string
  profileVersion: (title: string, id: string, version: string) => string
  boxFile: string
  boxFileVersion: (file: string, version: string) => string
  workflow: string
  tools: string
  technicalDetail: string
  sourceLink: string
  runLink: string
  contact: string
  notACertificate: string
  englishParts: string
}
