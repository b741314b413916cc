import { defineCheck } from '../check'

const meanings: Record<string, string> = {
  Launch: 'starts a program or opens another file',
  SubmitForm: 'sends what was typed to an address',
  ImportData: 'reads data from another file',
  Rendition: 'plays video or sound',
  Movie: 'plays a video',
  Sound: 'plays a sound',
  RichMediaExecute: 'controls embedded media',
}

export default defineCheck({
  title: 'The PDF starts nothing by itself',
  failureTitle: 'The PDF starts programs, sends data or plays media',
  why: 'Such actions are no part of an artwork, and mail filters and print workflows refuse files that have them.',
  remedy: 'Export the PDF again without interactive elements.',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { riskyActions } }) =>
    riskyActions.map((action) => ({
      message: `An action of the PDF ${meanings[action] ?? 'is risky'} (${action}).`,
      measured: action,
      expected: 'no such actions',
    })),
})
