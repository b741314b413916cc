import { type Html, html } from './html'
import { link } from './link'
import { moment } from './moment'
import type { View } from './view'
import { isTranslated } from './words/translations-of'

export function facts({ report, words, say, plain }: View): Html | undefined {
  const { technicalFacts, rejection } = report
  const detail =
    rejection?.detail === undefined ? [] : [{ label: words.technicalDetail, value: rejection.detail }]
  const rows = [...detail, ...technicalFacts]
  if (rows.length === 0) return undefined
  const told = rows.map(({ label, value }) => row(say('facts', label), plain('facts', value)))
  return html`<section>
    <details>
      <summary>${words.technicalFacts}</summary>
      <dl class="facts">${told}</dl>
    </details>
  </section>`
}

/** Placeholder for Box's ids in the report of a local file. */
const nowhere = '-'

/** Where this report comes from: file, profile, run and tools; where to look and whom to ask. */
export function provenance(view: View): Html {
  const { report, words, presentation } = view
  const { profile, fileId, versionId, workflowId, tools } = report
  const rows: [string, Html | string | undefined][] = [
    [words.session, report.session],
    [words.uploadTime, moment(report.eventTime, presentation, words)],
    [words.profile, words.profileVersion(profile.title, profile.id, profile.version)],
    ['SHA-256', report.sha256],
    ['SHA-1', report.sha1],
    [words.boxFile, fileId === nowhere ? undefined : words.boxFileVersion(fileId, versionId)],
    [words.workflow, workflowId === nowhere ? undefined : workflowId],
    [words.tools, tools.map(({ name, version }) => `${name} ${version}`).join(', ') || undefined],
  ]
  return html`<footer>
    ${links(view)}
    <details>
      <summary>${words.provenance}</summary>
      <dl class="facts">${rows.map(([label, value]) => value !== undefined && row(label, value))}</dl>
    </details>
    ${hasFlashResult(view) && html`<p class="meta">${words.notACertificate}</p>`}
    ${!isTranslated(presentation.language) && html`<p class="meta">${words.englishParts}</p>`}
  </footer>`
}

function row(label: Html | string, value: Html | string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`
}

function links({ words, presentation: { links: { source, run } = {}, contact } }: View): Html | undefined {
  const shown = [
    ...(source === undefined ? [] : [link(source, words.sourceLink)]),
    ...(run === undefined ? [] : [link(run, words.runLink)]),
    ...(contact === undefined ? [] : [html`${words.contact} ${link(addressOf(contact), contact)}`]),
  ]
  return shown.length === 0
    ? undefined
    : html`<ul class="links">${shown.map((one) => html`<li>${one}</li>`)}</ul>`
}

function addressOf(contact: string): string {
  return /^[^\s@:/]+@[^\s@:/]+$/.test(contact) ? `mailto:${contact}` : contact
}

function hasFlashResult({ report }: View): boolean {
  return report.results.some(
    ({ check, status }) => check.endsWith('/flashes') && status !== 'not_applicable' && status !== 'errored',
  )
}
