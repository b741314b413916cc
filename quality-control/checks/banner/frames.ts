import { type CheckFinding, defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Banner plays and ends on a frame with content',
  failureTitle: 'Banner does not play as it should',
  why: 'A banner that stays blank or stops with an error is paid for and seen by nobody.',
  remedy: 'Play the unpacked banner in a browser without network, and correct what its console reports.',
  source:
    'Google Ads, "Image ad requirements": an animation ends after 30 seconds; checked 2026-11-28. No ' +
    'standard for blank frames: less than 0.1 % of the pixels differ from one colour',
  needs: ['rendering'],
  severity: 'major',
  settings: {
    isEndlessAccepted: {
      doc: 'The banner may move for longer than 30 seconds',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ rendering }, { isEndlessAccepted }) => {
    if ('notRendered' in rendering)
      return notApplicable(`The banner was not rendered: ${rendering.notRendered}.`)
    const { isFirstBlank, isLastBlank, isMoving, seconds, calls, errors } = rendering
    const content = 'a frame with content'
    const findings: CheckFinding[] = errors.map((error) => ({
      message: `A script stops with an error: ${error}.`,
      measured: error,
      expected: 'no error',
    }))
    if (isLastBlank) {
      const message = `The banner is blank after ${seconds} s.`
      findings.push({ message, measured: 'a blank frame', expected: content })
    } else if (isFirstBlank) {
      const message = 'The banner is blank when it has loaded.'
      findings.push({ level: 'warn', message, measured: 'a blank frame', expected: content })
    }
    // Without what is loaded from elsewhere, a page may well show nothing; `external-calls` judges that.
    const code = calls.find(({ isCode }) => isCode)
    if (code !== undefined && findings.length > 0)
      return notApplicable(`The banner needs ${code.to}, which is not loaded here.`)
    if (isMoving && !isEndlessAccepted) {
      const message = `The banner still moves after ${seconds} s.`
      findings.push({
        level: 'warn',
        message,
        measured: `more than ${seconds} s`,
        expected: `at most ${seconds} s`,
      })
    }
    return findings
  },
})
