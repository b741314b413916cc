// `npm run build`: compiles to dist/ and bundles the workflows, without the checks and installs of prepare.mjs.
import { build } from './prepare/build.mjs'

build()
