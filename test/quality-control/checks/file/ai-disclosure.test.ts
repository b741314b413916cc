import type { DisclosureFacts } from '../../../../quality-control/facts/file'
import { describeCheck } from '../../../support/check-table'
import { fileFacts, textFacts } from '../../../support/facts'

const facts = (disclosure: Partial<DisclosureFacts> | undefined, line: string) => ({
  file: fileFacts(
    disclosure && { disclosure: { hasContentCredentials: false, digitalSourceTypes: [], ...disclosure } },
  ),
  text: textFacts([line]),
})
const ai = { digitalSourceTypes: ['trainedAlgorithmicMedia'] }

describeCheck('file/ai-disclosure', [
  { name: 'a file that says nothing', facts: facts(undefined, 'Fresh coffee'), is: 'not_applicable' },
  {
    name: 'a file that says nothing, where a mark is wanted',
    facts: facts(undefined, 'Fresh coffee'),
    settings: { mustBeMarked: true },
    is: 'fail',
  },
  {
    name: 'Content Credentials are a mark',
    facts: facts({ hasContentCredentials: true }, 'Fresh coffee'),
    settings: { mustBeMarked: true },
    is: 'pass',
  },
  {
    name: 'broken Content Credentials are no mark',
    facts: facts(
      {
        hasContentCredentials: true,
        credentials: { state: 'invalid', problem: 'The file was changed.', actions: [], ingredientCount: 0 },
      },
      'Fresh coffee',
    ),
    settings: { mustBeMarked: true },
    is: 'fail',
  },
  { name: 'a camera', facts: facts({ digitalSourceTypes: ['digitalCapture'] }, 'Fresh coffee'), is: 'pass' },
  { name: 'AI without a label', facts: facts(ai, 'Fresh coffee'), is: 'warn', saying: 'no visible label' },
  {
    name: 'parts by AI without a label',
    facts: facts(
      { digitalSourceTypes: ['compositeWithTrainedAlgorithmicMedia', 'digitalCapture'] },
      'Fresh coffee',
    ),
    is: 'warn',
  },
  { name: 'AI with a label', facts: facts(ai, 'Image AI-Generated'), is: 'pass' },
  { name: 'a German label', facts: facts(ai, 'Bild: KI-generiert'), is: 'pass' },
  { name: 'no label wanted', facts: facts(ai, 'Fresh coffee'), settings: { labels: [] }, is: 'pass' },
  {
    name: 'AI where none is accepted',
    facts: facts(ai, 'AI generated'),
    settings: { isAiAccepted: false },
    is: 'fail',
    saying: 'states that AI made it',
  },
])
