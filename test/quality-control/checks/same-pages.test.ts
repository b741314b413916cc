import { samePages } from '../../../quality-control/checks/same-pages'

const said = (...pages: number[]) => samePages(pages.map((page) => ({ page, what: 'x' })))

it.each([
  [[4], 'Page 4'],
  [[1, 2], 'Pages 1–2'],
  [[1, 3], 'Pages 1 and 3'],
  [[1, 2, 3, 5, 8, 9], 'Pages 1–3, 5 and 8–9'],
  [[2, 2, 3], 'Pages 2–3'],
  [[1, 3, 5, 7, 9, 11, 13], 'Pages 1, 3, 5, 7, 9, 11 and more'],
])('%j read %s', (pages, where) => {
  expect(said(...pages)).toEqual([{ what: 'x', where, page: pages[0] }])
})

it('what differs stays apart, in the order of the pages', () => {
  const items = [
    { page: 1, what: 'a' },
    { page: 2, what: 'b' },
    { page: 3, what: 'a' },
  ]
  expect(samePages(items).map(({ what, where }) => `${where}: ${what}`)).toEqual([
    'Pages 1 and 3: a',
    'Page 2: b',
  ])
})
