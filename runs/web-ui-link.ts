export interface WebUi {
  /** Origin of the Temporal Web UI; empty when there is none. */
  webUiUrl: string
  namespace: string
}

/** Pages of the Temporal Web UI: one run, or all runs that need attention. Undefined without a Web UI. */
export function webUiLink(
  { webUiUrl, namespace }: WebUi,
  page: { workflowId: string } | 'needsAttention',
): string | undefined {
  if (webUiUrl === '') return undefined
  const workflows = `${webUiUrl}/namespaces/${encodeURIComponent(namespace)}/workflows`
  return page === 'needsAttention'
    ? `${workflows}?query=${encodeURIComponent('QcState="needs_attention"')}`
    : `${workflows}/${encodeURIComponent(page.workflowId)}`
}
