import type { Verdict } from '../report'
import { sizeText } from '../size-text'
import { acceptedList, acceptedNote } from './acceptance'
import { badge } from './badge'
import { type Html, html } from './html'
import { moment } from './moment'
import type { NumberedCheck } from './numbered-checks'
import { supersededNote } from './superseded'
import type { View } from './view'
import { told } from './where'

/** Icon of each verdict and status, so that colour is never needed. */
const icons: Record<Verdict | 'superseded', string> = {
  ...{ pass: '✓', review: '!', fail: '✕', error: '?', superseded: '↻' },
}

/** Problems on the first page; the others are under Findings, with what to do. */
export const summarised = 9

/** For a reader with thirty seconds, on one printed page: verdict, score, what is wrong and what to do. */
export function summary(view: View): Html {
  const { report } = view
  return html`${headline(view)} ${report.supersededBy !== undefined && supersededNote(view)}
    ${report.rejection === undefined ? problems(view) : rejected(view)}`
}

function headline(view: View): Html {
  const { report, presentation, words, plain } = view
  const look = report.supersededBy === undefined ? report.verdict : 'superseded'
  const word = look === 'superseded' ? words.superseded : words.verdicts[look]
  return html`<header class="summary ${look}">
    <div class="verdict">
      <p class="stamp">
        <span class="icon" aria-hidden="true">${icons[look]}</span> <strong>${word}</strong>
      </p>
      ${look !== 'superseded' && acceptedNote(view)}
      ${look === 'superseded' ? undefined : score(view)}
    </div>
    <div class="about">
      <h1><bdi>${report.fileName}</bdi></h1>
      ${sentence(view)}
      <p class="meta">
        ${report.clientName} · ${report.profile.title} · ${plain('facts', sizeText(report.sizeBytes))} ·
        ${words.uploaded('')}${moment(report.eventTime, presentation, words)}
      </p>
    </div>
    ${cover(view)}
  </header>`
}

function score({ report, words, number }: View): Html {
  return html`<p class="score">
    ${
      report.score === undefined
        ? html`<b>n/a</b> <span>${words.noScore}</span>`
        : html`<b>${number(String(report.score))}</b> <span>${words.of100}</span>`
    }
  </p>`
}

function sentence({ report, words }: View): Html {
  const { verdict, rejection, supersededBy, profile } = report
  if (supersededBy !== undefined) return html`<p class="sentence">${words.supersededSentence}</p>`
  if (rejection !== undefined) return html`<p class="sentence">${words.notCheckable}</p>`
  return html`<p class="sentence">
      ${verdict === 'pass' ? words.readyToUse(profile.title) : words.sentences[verdict]}
    </p>
    <p class="meta">${scope({ report, words })}</p>`
}

/** How many checks gave a result, and of which kinds. */
function scope({ report, words }: Pick<View, 'report' | 'words'>): string {
  const ran = report.results.filter(({ status }) => status !== 'not_applicable' && status !== 'errored')
  const rooms = new Set(ran.map(({ check }) => check.split('/')[0]))
  const areas = Object.entries(words.areas).flatMap(([room, word]) => (rooms.has(room) ? [word] : []))
  return words.checked(ran.length, areas.join(', '))
}

function cover({ previews: [preview], plain }: View): Html | undefined {
  if (preview === undefined) return undefined
  const { id, widthPixels, heightPixels, alt } = preview
  return html`<svg class="cover" viewBox="0 0 ${widthPixels} ${heightPixels}" width="${widthPixels}"
    height="${heightPixels}" role="img" aria-label="${plain('facts', alt)}"><use href="#${id}"></use></svg>`
}

function rejected({ report, words, say, number }: View): Html {
  const { message = '', accepts } = report.rejection ?? {}
  const isListed = accepts?.formats.every((format) => message.includes(format)) ?? true
  return html`<section aria-labelledby="reasons">
    <h2 id="reasons">${words.whyRejected}</h2>
    <ol class="reasons">
      <li class="fail">
        <h3>${say('rejection', message)}</h3>
        ${!/again|Deliver/.test(message) && html`<p>${words.correctIt}</p>`}
      </li>
    </ol>
    ${
      accepts !== undefined &&
      !isListed &&
      html`<p>
        <strong>${words.accepted}</strong> (${report.profile.title}): ${accepts.formats.join(', ')},
        ${words.acceptedUpTo(number(sizeText(accepts.maxBytes)))}
      </p>`
    }
  </section>`
}

function problems(view: View): Html {
  const { report, words } = view
  const [checks, accepted] = [openChecks(view), acceptedList(view)]
  if (checks.length === 0)
    return html`<p class="all-clear">${accepted === undefined ? words.noProblem : words.onlyAccepted}</p>
      ${accepted}`
  const all = withoutRepeats(checks)
  const more = all.length - summarised
  const [target, name] = checks.some(({ status }) => status !== 'errored')
    ? ['findings', words.findings]
    : ['not-run', words.checksThatCouldNotRun]
  return html`<section aria-labelledby="reasons">
    <h2 id="reasons">${headings(view)[report.verdict]}</h2>
    <ol class="reasons">
      ${all.slice(0, summarised).map((check) => problem(check, view))}
    </ol>
    ${more > 0 && html`<p class="more">${words.moreInDetails(more)} <a href="#${target}">${name}</a>.</p>`}
    </section>
    ${accepted}`
}

function openChecks({ checks }: View): NumberedCheck[] {
  return checks.filter(({ status }) => status !== 'accepted')
}

function headings({ words }: View): Record<Verdict, string> {
  return {
    ...{ pass: words.minorPoints, review: words.whatToDo, fail: words.whatToDo, error: words.whyNoScore },
  }
}

/** One cause can keep many checks from running: it is shown once. */
function withoutRepeats(checks: NumberedCheck[]): NumberedCheck[] {
  const seen = new Set<string | undefined>()
  return checks.filter(({ status, reason }) => {
    if (status !== 'errored') return true
    const isNew = !seen.has(reason)
    seen.add(reason)
    return isNew
  })
}

function problem(check: NumberedCheck, view: View): Html {
  const { words, say } = view
  const { status, severity, title, findings, findingsOmitted, reason, remedy } = check
  const [first, ...others] = findings
  const more = others.length + findingsOmitted
  const level = status === 'fail' ? 'fail' : 'warn'
  const { message, where } = first === undefined ? { message: say(check, reason ?? '') } : told(first, view)
  return html`<li class="${status}">
    ${badge({ label: first === undefined ? '?' : String(first.number), level, severity }, words)}
    <div>
      <h3>
        ${status === 'errored' && `${words.notChecked} `}${say(check, title)}
        <span class="tag">${words.legendOf(words.severities[severity], words.statuses[status])}</span>
      </h3>
      <p>
        ${message}${where !== undefined && html` <span class="location">${where}</span>`}${
          more > 0 && html` <a href="#f${first?.number ?? 0}">${words.andMore(more)}</a>`
        }
      </p>
      ${
        remedy !== undefined &&
        html`<p class="remedy"><strong>${words.toDo}</strong> ${say(check, remedy)}</p>`
      }
    </div>
  </li>`
}
