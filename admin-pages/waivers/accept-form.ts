import { findingKey } from '../../quality-control/finding-key'
import { type Html, html } from '../../quality-control/report/html'
import type { NumberedCheck, NumberedFinding } from '../../quality-control/report/numbered-checks'
import { formTokenField } from '../page/layout'

export interface Acceptable {
  workflowId: string
  check: Pick<NumberedCheck, 'check' | 'findings' | 'findingsOmitted'>
  /** Absent: all findings of the check. */
  finding?: NumberedFinding
  formToken: string
}

/** "Accept", folded: one finding of this version, all findings of a check, or a rule for the profile. */
export function acceptForm({ workflowId, check, finding, formToken }: Acceptable): Html {
  const key = finding === undefined ? '' : findingKey(check.check, finding)
  const field = `${check.check.replace('/', '-')}-${finding?.number ?? 'all'}`
  const all = check.findings.length + check.findingsOmitted
  const word =
    finding === undefined ? `Accept all ${all} findings of this check` : `Accept finding ${finding.number}`
  return html`<details>
    <summary>${word}</summary>
    <form method="post" action="/run/accept">
      ${formTokenField(formToken)}<input type="hidden" name="id" value="${workflowId}" />
      <input type="hidden" name="check" value="${check.check}" />
      <input type="hidden" name="finding" value="${key}" />
      <div class="field">
        <label for="reason-${field}">Reason, for the report</label>
        <input id="reason-${field}" name="reason" required maxlength="300" />
      </div>
      <div class="field">
        <label for="scope-${field}">Applies to</label>
        <select id="scope-${field}" name="scope">
          <option value="version">This version of the file</option>
          <option value="rule">This check in every upload of the client with this profile</option>
        </select>
      </div>
      <div class="field">
        <label for="until-${field}">Last day (optional)</label>
        <input id="until-${field}" name="until" type="date" />
      </div>
      <button>Accept</button>
    </form>
  </details>`
}
