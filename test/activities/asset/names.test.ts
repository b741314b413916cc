import { fittingName } from '../../../activities/asset/fitting-name'

describe('fittingName', () => {
  it.each([
    ['keeps a short name', 'p_', 'a.png', '', 'p_a.png'],
    ['replaces what Box forbids', 'p_', 'a/b\\c\u0007.png', '', 'p_a_b_c_.png'],
    ['leaves no space at the ends', '', '  a.png ', '', 'a.png'],
    ['works without an extension', 'p_', 'README', '.html', 'p_README.html'],
    ['takes a dot file for a stem', 'p_', '.profile', '', 'p_.profile'],
  ])('%s', (_what, prefix, name, suffix, expected) =>
    expect(fittingName(prefix, name, suffix)).toBe(expected),
  )

  it('cuts the stem, never the extension, and never an emoji in two', () => {
    const name = fittingName('20261124T093000Z-123456_', `${'👩‍👩‍👧'.repeat(60)}.jpeg`)
    expect(name.length).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^20261124T093000Z-123456_(👩‍👩‍👧)+\.jpeg$/u)
  })

  it('does not take half a name for an extension', () => {
    const name = fittingName('p_', `a.${'x'.repeat(300)}`)
    expect(name).toHaveLength(255)
  })
})
