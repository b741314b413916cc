import { presentationOf } from '../../activities/asset/presentation-of'

const defaults = {
  ...{ language: 'en' as const, timeZone: '', contact: '', pagesUrl: '' },
  boxWebUrl: 'https://app.box.com',
}
const report = { fileId: '12', workflowId: 'qc/acme/12/34' }

describe('how a report looks', () => {
  it('is as the settings say, with the links that are configured', () => {
    expect(presentationOf(defaults, { report: {}, reportsFolderId: '5' }, report)).toEqual({
      language: 'en',
      links: { source: 'https://app.box.com/file/12', reports: 'https://app.box.com/folder/5' },
    })
    expect(
      presentationOf(
        {
          ...defaults,
          timeZone: 'Europe/Paris',
          contact: 'qc@example.com',
          pagesUrl: 'https://qc.example.com',
        },
        { report: {}, reportsFolderId: '5' },
        report,
      ),
    ).toMatchObject({
      ...{ timeZone: 'Europe/Paris', contact: 'qc@example.com' },
      links: { run: 'https://qc.example.com/run?id=qc%2Facme%2F12%2F34' },
    })
  })

  it('is as the client wishes', () => {
    const wishes = { language: 'de', timeZone: 'Europe/Berlin', contact: 'qc@acme.example' } as const
    const found = presentationOf(
      { ...defaults, timeZone: 'Europe/Paris', contact: 'qc@example.com' },
      { report: wishes, reportsFolderId: undefined },
      report,
    )
    expect(found).toMatchObject(wishes)
    expect(found.links?.reports).toBeUndefined()
  })
})
