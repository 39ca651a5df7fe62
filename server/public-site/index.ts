export { createLayerStore } from './layers/layer-store.ts'
export { createReleaseStore } from './release-store.ts'
export { createPublicWorkStore } from './work/work-store.ts'
export { createPublicTree } from './public-tree.ts'
