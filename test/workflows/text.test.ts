import { messageOf, printable } from '../../workflows/text'

describe('printable', () => {
  it('escapes what could forge a log line and leaves names readable', () => {
    expect(printable('a\r\nBox webhook: forged\u001b[31m\u202e')).toBe(
      'a\\u{d}\\u{a}Box webhook: forged\\u{1b}[31m\\u{202e}',
    )
    expect(printable('Übung – 👩‍👩‍👧.png')).toBe('Übung – 👩‍👩‍👧.png')
  })

  it('cuts a long text and shows that it did', () => {
    expect(printable('abcdef', 3)).toBe('abc…')
  })
})

it('messageOf takes whatever was thrown', () => {
  expect(messageOf(new Error('no answer'))).toBe('no answer')
  expect(messageOf('a text')).toBe('a text')
})
