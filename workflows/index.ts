// Every function exported from here is registered as a workflow: nothing else may be.
export { qcUpload } from './qc-upload'
export { notify } from './notify'
export * from './scheduled'
