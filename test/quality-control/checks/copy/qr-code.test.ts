import { describeCheck } from '../../../support/check-table'

const code = (text: string) => ({
  codes: { codes: [{ format: 'QRCode', text, page: 1, x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] },
})

describeCheck('copy/qr-code', [
  { name: 'no code, none required', facts: { codes: { codes: [] } }, is: 'not_applicable' },
  {
    name: 'no code, one required',
    facts: { codes: { codes: [] } },
    settings: { isRequired: true },
    is: 'fail',
    saying: 'No code could be read',
  },
  { name: 'a good address', facts: code('https://example.com/summer?x=1'), is: 'pass' },
  {
    name: 'an address without a dot',
    facts: code('https://example/summer'),
    is: 'fail',
    saying: 'not a web address',
  },
  { name: 'an address with a blank', facts: code('https://example.com/summer sale'), is: 'fail' },
  {
    name: 'an address without encryption',
    facts: code('http://example.com'),
    is: 'warn',
    saying: 'https://',
  },
  { name: 'a contact card', facts: code('BEGIN:VCARD'), is: 'pass' },
  {
    name: 'the client’s host',
    facts: code('https://www.example.com/'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'pass',
  },
  {
    name: 'another host',
    facts: code('https://badexample.com/'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'fail',
    saying: 'leads to badexample.com',
  },
  {
    name: 'a staging address with a port',
    facts: code('https://staging.example.com:8443/x'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'pass',
  },
  {
    name: 'no address where hosts are named',
    facts: code('12345'),
    settings: { acceptedHosts: ['example.com'] },
    is: 'fail',
  },
])
