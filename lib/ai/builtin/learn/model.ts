import type { Logistic } from "./logistic.ts";
import { packArrays, unpackArrays } from "./packed.ts";
import { indexHashes, type Vocabulary } from "./vocabulary.ts";

/** The precisions for which every model knows a threshold; other precisions use the next higher one. */
export const certifiedPrecisions = [0.7, 0.8, 0.9, 0.95, 0.98, 0.99] as const;

/** A trained linear classifier. `weights` is feature-major: feature f of class k at `f * classes + k`, times `scales[k]`. */
export type ClassifierModel = {
  header: ModelHeader;
  vocabulary: Vocabulary;
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
};

export type ModelHeader = {
  version: 1;
  labels: string[];
  /** Whether one more class after the labels stands for "none of them". */
  hasNone: boolean;
  temperature: number;
  /** From the features of `confidenceFeatures` to the probability of being right; null = the softmax share as it is. */
  confidence: Logistic | null;
  /** The precision `classify` accepts at unless told otherwise. */
  precision: number;
  /** Lowest accepted confidence per precision; 2 = nothing is accepted. */
  thresholds: { precision: number; threshold: number }[];
  /** `inScope` is a logistic curve: half at `middle`, steeper with small `width`. */
  scope: { middle: number; width: number };
  /** How many labelled rows calibrated the model, and how it did on them out of fold. */
  evidence: { rows: number; accuracy: number };
};

const magic = 0x4e544142;

/** As bytes, for `loadModel`. */
export function serialiseModel(model: ClassifierModel): Buffer {
  const { hashes, idf, blockWeights } = model.vocabulary;
  return packArrays(magic, model.header, [
    hashes,
    idf,
    blockWeights,
    model.weights,
    model.scales,
    model.bias,
  ]);
}

/** The model that `serialiseModel` wrote. Throws when the bytes are something else. */
export function loadModel(bytes: Uint8Array): ClassifierModel {
  const found = unpackArrays<ModelHeader>(magic, bytes, [4, 4, 4, 1, 4, 4]);
  if (!found) throw new Error("These bytes are not a classifier.");
  const { facts: header, arrays } = found;
  if (header.version !== 1) throw new Error(`Classifier version ${header.version} is not known.`);
  const [numbers, idf, blockWeights, weights, scales, bias] = arrays;
  const hashes = new Uint32Array(numbers!);
  return {
    header,
    vocabulary: {
      hashes,
      slots: indexHashes(hashes),
      idf: new Float32Array(idf!),
      blockWeights: new Float32Array(blockWeights!),
    },
    weights: new Int8Array(weights!),
    scales: new Float32Array(scales!),
    bias: new Float32Array(bias!),
  };
}

/** The confidence needed for a wanted precision: the entry of the next certified precision at or above it. */
export function thresholdFor(model: ClassifierModel, precision: number): number {
  return model.header.thresholds.find((entry) => entry.precision >= precision - 1e-9)?.threshold ?? 2;
}

/** Eight-bit weights with one scale a class. */
export function quantise(
  weights: Float32Array,
  classes: number,
): { weights: Int8Array; scales: Float32Array } {
  const scales = new Float32Array(classes);
  for (let i = 0; i < weights.length; i++) {
    const size = Math.abs(weights[i]!) / 127;
    if (size > scales[i % classes]!) scales[i % classes] = size;
  }
  const out = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    const scale = scales[i % classes]!;
    if (scale > 0) out[i] = Math.round(weights[i]! / scale);
  }
  return { weights: out, scales };
}
