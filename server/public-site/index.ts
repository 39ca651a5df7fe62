export { createLayerStore } from './layers/layer-store.ts'
export { createReleaseStore } from './release-store.ts'
export { createPublicTree } from './public-tree.ts'
