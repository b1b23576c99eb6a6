#pragma once

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <cablelint/files.hpp>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace cablelint::cli {

/// Documents that travel together, since handing over one at a time costs more than many a cable.
inline constexpr std::size_t kBatch = 16;

/// Reads inputs, lets a worker turn each into a result, and hands the results on in the order of the inputs.
/// `make_worker()` gives a callable `Result(const Input&)` for one thread; `emit(Result&&)` runs on one
/// thread at a time and gives false to stop. At most a fixed number of results wait, so memory does not
/// depend on how many there are.
template <typename Result, typename MakeWorker, typename Emit>
void run_in_order(InputList& inputs, unsigned threads, const MakeWorker& make_worker, const Emit& emit) {
  Input input;
  Input second;
  if (!inputs.next(input)) return;
  if (threads <= 1 || !inputs.next(second)) {
    // Starting threads takes longer than a cable.
    auto worker = make_worker();
    while (emit(worker(input)) && inputs.next(input)) {}
    return;
  }

  struct Batch {
    std::vector<Input> inputs;
    std::vector<Result> results;
  };
  namespace tbb = oneapi::tbb;
  std::atomic<bool> stop = false;
  std::size_t batches = 0;
  std::vector<Input> first{std::move(second), std::move(input)};
  const auto next = [&]() -> std::optional<Input> {
    Input one;
    if (first.empty()) return inputs.next(one) ? std::optional<Input>(std::move(one)) : std::nullopt;
    one = std::move(first.back());
    first.pop_back();
    return one;
  };

  const auto read = [&](tbb::flow_control& flow) {
    Batch batch;
    // Small batches first, so that a handful of documents still meets every thread.
    const std::size_t size = std::clamp<std::size_t>(batches++ / (std::size_t{2} * threads), 1, kBatch);
    while (!stop && batch.inputs.size() < size) {
      std::optional<Input> one = next();
      if (!one) break;
      batch.inputs.push_back(std::move(*one));
    }
    if (batch.inputs.empty()) flow.stop();
    return batch;
  };
  tbb::enumerable_thread_specific<decltype(make_worker())> workers(make_worker);
  const auto work = [&](Batch batch) {
    auto& worker = workers.local();
    batch.results.reserve(batch.inputs.size());
    for (const Input& each : batch.inputs) batch.results.push_back(worker(each));
    return batch;
  };
  const auto write = [&](Batch batch) {
    for (Result& result : batch.results) {
      if (!stop && !emit(std::move(result))) stop = true;
    }
  };

  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_pipeline(std::size_t{4} * threads,
                           tbb::make_filter<void, Batch>(tbb::filter_mode::serial_in_order, read) &
                               tbb::make_filter<Batch, Batch>(tbb::filter_mode::parallel, work) &
                               tbb::make_filter<Batch, void>(tbb::filter_mode::serial_in_order, write));
  });
}

}  // namespace cablelint::cli
