import { defineCheck } from '../../quality-control/checks/check'
import { planChecks, profileProblems } from '../../quality-control/plan-checks'
import type { Profile, ProfileCheck } from '../../quality-control/profile'

const bleed = defineCheck({
  title: 'The bleed is wide enough',
  failureTitle: 'The bleed is too narrow',
  why: 'w',
  remedy: 'r',
  source: 'No standard: made for the test',
  needs: ['pdf'],
  severity: 'blocker',
  settings: {
    minBleedMm: { doc: 'd', format: 'number', unit: 'mm', min: 0, default: 3 },
    pages: { doc: 'd', format: 'nat', default: 1 },
    edges: { doc: 'd', format: 'strings', choices: ['top', 'left'], default: ['top'] },
    name: { doc: 'd', format: 'pattern', default: '.*' },
    template: { doc: 'd', format: 'name-template', default: '' },
    sizes: { doc: 'd', format: 'strings', shape: { pattern: 'A[0-6]', examples: 'A4 or A5' }, default: [] },
  },
  run: () => [],
})
const catalogue = new Map([['pdf/bleed', bleed]])

function profile(...checks: ProfileCheck[]): Profile {
  return {
    id: 'print',
    title: '',
    description: '',
    version: '',
    media: ['pdf'],
    extensions: ['pdf'],
    maxBytes: 1,
    checks,
  }
}

describe('a profile against the catalogue', () => {
  it('fits when names, values and units are right', () => {
    expect(
      profileProblems(profile({ id: 'pdf/bleed', settings: { minBleedMm: 5, edges: ['left'] } }), catalogue),
    ).toEqual([])
  })

  it.each<[string, ProfileCheck, string]>([
    [
      'an unknown check',
      { id: 'pdf/bleeds', settings: {} },
      'unknown check "pdf/bleeds"; did you mean "pdf/bleed"?',
    ],
    [
      'the right setting in a wrong unit',
      { id: 'pdf/bleed', settings: { minBleedPt: 9 } },
      'unknown setting "minBleedPt"; did you mean "minBleedMm"?',
    ],
    [
      'a value with its unit',
      { id: 'pdf/bleed', settings: { minBleedMm: '3mm' } },
      'minBleedMm is "3mm", expected a number in mm from 0',
    ],
    [
      'a value out of range',
      { id: 'pdf/bleed', settings: { minBleedMm: -1 } },
      'minBleedMm is -1, expected a number in mm from 0',
    ],
    [
      'a broken count',
      { id: 'pdf/bleed', settings: { pages: 1.5 } },
      'pages is 1.5, expected a whole number from 0',
    ],
    [
      'a word that is no choice',
      { id: 'pdf/bleed', settings: { edges: ['up'] } },
      'expected one of top, left',
    ],
    [
      'a broken pattern',
      { id: 'pdf/bleed', settings: { name: '(' } },
      'name is "(", expected a regular expression',
    ],
    [
      'a naming rule that can be read in two ways',
      { id: 'pdf/bleed', settings: { template: '{client}{campaign}' } },
      'template is "{client}{campaign}", expected text between {client} and {campaign}, such as _',
    ],
    [
      'a naming rule that is no text',
      { id: 'pdf/bleed', settings: { template: 7 } },
      'template is 7, expected a naming rule such as {client}_{width}x{height}',
    ],
  ])('names %s', (_, check, message) => {
    const problems = profileProblems(profile(check), catalogue)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
    expect(problems[0]).toContain('profile print')
  })

  it('fills in severity, settings and whether it is required', () => {
    expect(
      planChecks(profile({ id: 'pdf/bleed', severity: 'minor', settings: { minBleedMm: 5 } }), catalogue),
    ).toEqual([
      {
        id: 'pdf/bleed',
        severity: 'minor',
        isRequired: true,
        settings: { minBleedMm: 5, pages: 1, edges: ['top'], name: '.*', template: '', sizes: [] },
      },
    ])
    expect(
      planChecks(profile({ id: 'pdf/bleed', isRequired: false, settings: {} }), catalogue)[0],
    ).toMatchObject({
      severity: 'blocker',
      isRequired: false,
    })
  })
})

it('a text of another shape than the setting wants is named, with examples of right ones', () => {
  const problems = (sizes: string[]) =>
    profileProblems(profile({ id: 'pdf/bleed', settings: { sizes } }), catalogue)
  expect(problems(['A4', 'A5'])).toEqual([])
  expect(problems(['A4', 'A44'])).toEqual([
    'profile print: pdf/bleed: sizes is ["A4","A44"], expected a list of texts such as A4 or A5',
  ])
})
