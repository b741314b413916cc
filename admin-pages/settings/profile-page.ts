import { catalogue } from '../../quality-control/checks/catalogue'
import type { Check } from '../../quality-control/checks/check'
import { planChecks, profileProblems } from '../../quality-control/plan-checks'
import type { Profile } from '../../quality-control/profile'
import type { PlannedCheck, SettingValue } from '../../quality-control/report'
import { type Html, html } from '../../quality-control/report/html'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { size } from '../page/words'
import { clientPath } from './client-named'
import { settingSentence } from './setting-sentence'

/** One profile in words: what it takes, and each check with its limits. */
export function profilePage({ config }: PagesDeps): Handler {
  return ({ params }) => {
    const profile = config.profiles().get(params.profile ?? '')
    if (profile === undefined)
      throw new PageProblem(404, 'No such profile', `There is no profile "${params.profile ?? ''}".`)
    const users = [...config.clients().values()].filter(({ profiles }) => profiles.includes(profile.id))
    const body = html`<h1>${profile.title}</h1>
      <section>
        <p>${profile.description}</p>
        <dl class="facts">
          ${factsOf(profile).map(
            ([label, value]) =>
              html`<div>
                <dt>${label}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
          <div>
            <dt>Clients that may use it</dt>
            <dd>${users.map((one) => html`<a href="${clientPath(one)}">${one.displayName}</a> `)}</dd>
          </div>
        </dl>
      </section>
      ${checksOf(profile)}`
    return { title: profile.title, area: 'clients', body }
  }
}

function factsOf(profile: Profile): [string, string][] {
  const { id, version, media, extensions, maxBytes, platform, commentOn } = profile
  const facts: [string, string][] = [
    ['Id and version', `${id}, ${version}`],
    ['Media', media.join(', ')],
    ['File extensions that are checked', extensions.map((one) => `.${one}`).join(' ')],
    ['Largest upload', size(maxBytes)],
  ]
  if (platform !== undefined)
    facts.push(['Limits of', `${platform.name}, ${platform.source}, checked on ${platform.checkedOn}`])
  if (commentOn !== undefined) facts.push(['Comment to the uploader', occasions[commentOn]])
  return facts
}

const occasions = { none: 'never', problems: 'on review and fail', all: 'on every verdict' }

function checksOf(profile: Profile): Html | Html[] {
  const problems = profileProblems(profile, catalogue())
  if (problems.length > 0)
    return html`<div class="notice problem">
      <p><b>This profile cannot be used:</b></p>
      <p class="message">${problems.join('\n')}</p>
    </div>`
  const rooms = new Map<string, PlannedCheck[]>()
  for (const check of planChecks(profile, catalogue())) {
    const room = check.id.split('/')[0] ?? ''
    rooms.set(room, [...(rooms.get(room) ?? []), check])
  }
  return [...rooms].map(
    ([room, checks]) =>
      html`<section>
        <h2>${roomWords[room] ?? room}</h2>
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col">Severity</th>
              <th scope="col">Limits</th>
            </tr>
          </thead>
          <tbody>
            ${checks.map(checkRow)}
          </tbody>
        </table>
      </section>`,
  )
}

const roomWords: Record<string, string> = {
  file: 'Every file',
  image: 'Images',
  pdf: 'PDFs',
  video: 'Videos',
  audio: 'Audio',
  copy: 'Words in the asset',
}

function checkRow({ id, severity, isRequired, settings }: PlannedCheck): Html {
  const check = catalogue().get(id)
  return html`<tr>
    <th scope="row">
      ${check?.title ?? id}
      <div class="id">${id}</div>
    </th>
    <td data-label="Severity">${severity}${isRequired && ', required'}</td>
    <td data-label="Limits">${check !== undefined && limits(check, settings)}</td>
  </tr>`
}

function limits(check: Check, settings: Record<string, SettingValue>): Html | undefined {
  const entries = Object.entries(settings).flatMap(([name, value]) => {
    const spec = check.settings[name]
    return spec === undefined ? [] : [{ spec, value }]
  })
  if (entries.length === 0) return undefined
  return html`<ul class="list">
    ${entries.map(({ spec, value }) => {
      const isOwn = JSON.stringify(value) !== JSON.stringify(spec.default)
      return html`<li>
        ${settingSentence(spec, value)}
        ${isOwn && html`<span class="meta">(usually ${settingSentence(spec, spec.default, 'value')})</span>`}
      </li>`
    })}
  </ul>`
}
