import type { Attention } from './contract'
import { singleLine } from './start-options'

/**
 * The summary of the waiting timer. With no worker up, the Web UI shows only this, so it tells the whole
 * story in one line: what failed, and what to do.
 */
export function attentionSummary({ step, errorType, whatToDo }: Attention): string {
  return singleLine(`Needs attention: ${step} failed (${errorType}). ${whatToDo} Then send the signal retry.`)
}

/** The current details, in markdown: what failed, why, what to do. */
export function attentionDetails(attention: Attention, workflowId: string): string {
  const { step, errorType, message, whatToDo, since, retries } = attention
  return [
    `### Needs attention: ${step} failed`,
    `**Why** (\`${inCode(errorType)}\`, since ${since}, ${retries} retries so far)`,
    `\`${inCode(message)}\``,
    `**What to do**: ${whatToDo}`,
    `Then *Send a Signal* \`retry\`, or \`admin-cli runs retry ${workflowId}\`. It also tries again by itself, ever more slowly.`,
    `To give this upload up: *Send an Update* \`abandon\` with the reason, or \`admin-cli runs abandon ${workflowId} --reason "…"\`.`,
    'A cancel ends this run only as long as its report is not filed.',
  ].join('\n\n')
}

/**
 * Messages hold names from outside: inside a code span nothing of them is markup, unless they close it. The
 * Web UI wraps a span, and cuts a block off.
 */
function inCode(text: string): string {
  return text.replaceAll('`', "'").replace(/\s+/g, ' ')
}
