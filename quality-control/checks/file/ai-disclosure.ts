import type { DisclosureFacts } from '../../facts/file'
import type { TextFacts } from '../../facts/text'
import { type CheckFinding, defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Content made by AI is disclosed',
  failureTitle: 'Content made by AI is not disclosed as required',
  why:
    'Since August 2026 people must be told of deep fakes and similar content, and its file must be marked. ' +
    'Many platforms label or reject content by this mark.',
  remedy:
    'Add the visible label that the client wants, and keep the metadata on export (Content Credentials, ' +
    'IPTC digital source type).',
  source: 'Regulation (EU) 2024/1689 (AI Act), article 50; IPTC NewsCodes, digital source type; C2PA 2.1',
  needs: ['file'],
  mayRead: ['text'],
  severity: 'minor',
  settings: {
    isAiAccepted: {
      doc: 'Content that its file states as made by AI is accepted',
      format: 'boolean',
      default: true,
    },
    mustBeMarked: {
      doc: 'The file must state how it was made: a digital source type or Content Credentials',
      format: 'boolean',
      default: false,
    },
    labels: {
      doc: 'Visible labels, one of which content made by AI must show; empty asks for none',
      format: 'strings',
      default: [
        'AI generated',
        'AI-generated',
        'generated with AI',
        'made with AI',
        'KI generiert',
        'KI-generiert',
        'mit KI erstellt',
        'généré par IA',
        'generado con IA',
      ],
    },
  },
  run: ({ file: { disclosure }, text }, { isAiAccepted, mustBeMarked, labels }) => {
    if (disclosure === undefined || !isMark(disclosure))
      return mustBeMarked ? [unmarked] : notApplicable('The file does not state how it was made.')
    const made = disclosure.digitalSourceTypes.filter((type) => byAi.includes(type))
    if (made.length === 0) return []
    const measured = made.join(', ')
    if (!isAiAccepted)
      return [{ message: 'The file states that AI made it.', measured, expected: 'no content made by AI' }]
    if (labels.length === 0 || text === undefined || hasLabel(text, labels)) return []
    const message = 'The file states that AI made it or parts of it, and no visible label was found.'
    return [{ level: 'warn', message, measured, expected: `a label such as "${labels[0] ?? ''}"` }]
  },
})

/** A broken signature marks nothing; a source type that the file states counts all the same. */
function isMark({ credentials, digitalSourceTypes }: DisclosureFacts): boolean {
  return credentials?.state !== 'invalid' || digitalSourceTypes.length > 0
}

const unmarked: CheckFinding = {
  message: 'The file does not state how it was made.',
  measured: 'neither a digital source type nor Content Credentials',
  expected: 'a digital source type or Content Credentials',
}

/** IPTC's types that involve a trained model. */
const byAi = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
  'trainedAlgorithmicData',
]

function hasLabel({ words }: TextFacts, labels: string[]): boolean {
  const plain = (value: string) =>
    value
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s-]+/g, ' ')
  const shown = ` ${plain(words.map(({ text }) => text).join(' '))} `
  return labels.some((label) => shown.includes(plain(label)))
}
