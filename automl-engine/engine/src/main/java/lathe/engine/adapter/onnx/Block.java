package lathe.engine.adapter.onnx;

/// A double tensor of shape \[N, width\] in the graph.
///
/// @param tensor its name
/// @param width  its columns
record Block(String tensor, int width) {
}
