import { webUiLink } from '../../runs/web-ui-link'

const webUi = { webUiUrl: 'https://temporal.example', namespace: 'qc prod' }
const workflows = 'https://temporal.example/namespaces/qc%20prod/workflows'

test.each([
  [{ workflowId: 'qc/acme/1/2' }, `${workflows}/qc%2Facme%2F1%2F2`],
  ['needsAttention' as const, `${workflows}?query=QcState%3D%22needs_attention%22`],
])('the link to %j is in the namespace of this installation', (page, expected) => {
  expect(webUiLink(webUi, page)).toBe(expected)
})

test('without a Web UI there is no link', () => {
  expect(webUiLink({ ...webUi, webUiUrl: '' }, 'needsAttention')).toBeUndefined()
})
