import { describeCheck } from '../../../support/check-table'
import { imageFacts } from '../../../support/facts'

const quality = (value: number, chromaQuality?: number) => ({
  image: imageFacts({
    jpeg: { quality: value, chromaQuality, chromaSubsampling: '4:2:0', isProgressive: false },
  }),
})

describeCheck('image/jpeg-quality', [
  { name: 'quality 70', facts: quality(70), is: 'pass' },
  { name: 'quality 69', facts: quality(69), is: 'warn', saying: 'about 69 of 100; expected at least 70' },
  { name: 'quality 30', facts: quality(30), is: 'fail', saying: 'at least 50' },
  { name: 'coarser colour, as Photoshop writes it', facts: quality(90, 60), is: 'pass' },
  { name: 'colour of quality 40', facts: quality(90, 40), is: 'warn', saying: 'The colour of the JPEG' },
  { name: 'colour of quality 10', facts: quality(95, 10), is: 'fail', saying: 'at least 30' },
  { name: 'a PNG', facts: { image: imageFacts({ jpeg: undefined }) }, is: 'not_applicable' },
])
