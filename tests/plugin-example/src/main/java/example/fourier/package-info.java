/// An example of a learner whose result is none of Lathe's forms: it brings an ONNX graph.
package example.fourier;
