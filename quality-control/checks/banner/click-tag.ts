import { type CheckFinding, defineCheck } from '../check'

export default defineCheck({
  title: 'Clicks go through the ad server',
  failureTitle: 'Clicks are not counted',
  why: 'The ad server sets the address behind a click and counts it. Without a click tag nothing is counted.',
  remedy: 'Open the address with the variable that the ad server sets, such as window.open(clickTag).',
  source: 'IAB "HTML5 for Digital Advertising" 2.0, section 7 (clickTag); Google Ads, "Upload an HTML5 ad"',
  needs: ['banner'],
  severity: 'major',
  settings: {
    isRequired: { doc: 'A banner without a click tag fails', format: 'boolean', default: true },
  },
  run: ({ banner: { clickTag } }, { isRequired }) => {
    const { isUsed, fixedLinks } = clickTag
    const expected = 'a click tag'
    const fixed = [...new Set(fixedLinks)].slice(0, 5).map((link): CheckFinding => ({
      level: 'warn',
      message: `A link goes to ${link}, past the ad server.`,
      measured: link,
      expected,
    }))
    if (isUsed || !isRequired) return fixed
    return [{ message: 'The banner has no click tag.', measured: 'none', expected }, ...fixed]
  },
})
