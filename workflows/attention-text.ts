import type { Attention } from './contract'
import { retriesByItself } from './problem'
import { singleLine } from './start-options'

/**
 * The summary of the waiting timer in one line. What to do comes first, because the Web UI cuts the line;
 * with no worker up, it shows nothing else.
 */
export function attentionSummary({ step, errorType, whatToDo }: Attention): string {
  return singleLine(`${whatToDo} Then send the signal retry. Needs attention: ${step} failed (${errorType}).`)
}

/** The current details, in markdown: what failed, why, what to do. */
export function attentionDetails(attention: Attention, workflowId: string): string {
  const { step, errorType, message, whatToDo, since, retries } = attention
  return [
    `### Needs attention: ${step} failed`,
    `**Why** (\`${inCode(errorType)}\`, since ${since}, ${timesRetried(retries)})`,
    `\`${inCode(message)}\``,
    `**What to do**: ${whatToDo}`,
    `Then *Send a Signal* \`retry\`, or run \`admin-cli runs retry ${workflowId}\`. ` +
      (retriesByItself(attention)
        ? 'The run also retries by itself, at growing intervals.'
        : 'The run does not retry by itself.'),
    `To give up this upload: *Send an Update* \`abandon\` with the ` +
      `reason, or run \`admin-cli runs abandon ${workflowId} --reason "…"\`.`,
    'A cancel ends this run only while its report is not uploaded.',
  ].join('\n\n')
}

function timesRetried(retries: number): string {
  if (retries === 0) return 'not retried yet'
  return retries === 1 ? 'retried once' : `retried ${retries} times`
}

/** Messages contain names from outside. A code span keeps their markup from being rendered. */
function inCode(text: string): string {
  return text.replaceAll('`', "'").replace(/\s+/g, ' ')
}
