import { defineCheck } from '../check'

const meanings: Record<string, string> = {
  Launch: 'starts a program or opens another file',
  SubmitForm: 'sends form data to an address',
  ImportData: 'imports data from another file',
  Rendition: 'plays video or audio',
  Movie: 'plays a video',
  Sound: 'plays a sound',
  RichMediaExecute: 'controls embedded media',
}

export default defineCheck({
  title: 'PDF starts nothing by itself',
  failureTitle: 'PDF starts programs, sends data or plays media',
  why: 'Artwork needs no actions, and mail filters and print workflows reject files that contain them.',
  remedy: 'Export the PDF again without interactive elements.',
  source: 'ISO 32000-1, 12.6 (actions); ISO 15930 (PDF/X) forbids them',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { riskyActions } }) =>
    riskyActions.map((action) => ({
      message: `The PDF ${meanings[action] ?? 'contains a risky action'} (${action}).`,
      measured: action,
      expected: 'no such actions',
    })),
})
