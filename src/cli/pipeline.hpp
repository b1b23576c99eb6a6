#pragma once

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <cablelint/document_stream.hpp>
#include <cstddef>
#include <memory>
#include <mutex>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace cablelint::cli {

/// Objects that are used again instead of being made anew.
template <typename T> class Pool {
 public:
  [[nodiscard]] T* take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return all_.emplace_back(std::make_unique<T>()).get();
    T* const one = free_.back();
    free_.pop_back();
    return one;
  }
  void give_back(T* one) {
    const std::lock_guard lock(mutex_);
    free_.push_back(one);
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<T>> all_;
  std::vector<T*> free_;
};

/// The results of the documents that a reader goes on to, appended; false at the end.
template <typename Result, typename Worker>
bool work_on(BatchReader& reader, Worker& worker, std::vector<Result>& results) {
  if constexpr (std::is_invocable_v<Worker&, std::span<const ReadDocument>, std::vector<Result>&>) {
    const std::span<const ReadDocument> documents = reader.next(Worker::kMost);
    if (!documents.empty()) worker(documents, results);
    return !documents.empty();
  } else {
    const std::span<const ReadDocument> documents = reader.next(1);
    for (const ReadDocument& document : documents) results.push_back(worker(*document.input, document.bytes));
    return !documents.empty();
  }
}

/// Reads documents, lets a worker turn each into a result, and hands the results on in the order of the
/// documents. `make_worker()` gives a callable for one thread: `Result(const Input&, std::string_view
/// bytes)`, or one that appends the results of up to `kMost` documents to a list, `void(std::span<const
/// ReadDocument>, std::vector<Result>&)`. An input with a `problem` has no bytes. `emit(Result&&)` runs on
/// one thread at a time and gives false to stop. At most a fixed number of results wait, so memory does not
/// depend on how many there are. Documents travel in batches, since handing over one at a time costs more
/// than many a cable.
template <typename Result, typename MakeWorker, typename Emit>
void run_in_order(DocumentStream& documents, unsigned threads, const MakeWorker& make_worker,
                  const Emit& emit) {
  struct Work {
    DocumentBatch batch;
    std::vector<Result> results;
  };
  struct Local {
    explicit Local(const MakeWorker& make) : worker(make()) {}
    BatchReader reader;
    decltype(make_worker()) worker;
  };
  Pool<Work> pool;
  Work* const first = pool.take();
  Work* const second = pool.take();
  if (!documents.next(first->batch, 1)) return;
  if (threads <= 1 || !documents.next(second->batch, 1)) {
    // Starting threads takes longer than a cable.
    Local local(make_worker);
    do {
      local.reader.begin(first->batch);
      while (work_on(local.reader, local.worker, first->results)) {
        for (Result& result : first->results) {
          if (!emit(std::move(result))) return;
        }
        first->results.clear();
      }
    } while (documents.next(first->batch, DocumentStream::kMostAtOnce));
    return;
  }

  namespace tbb = oneapi::tbb;
  std::atomic<bool> stop = false;
  std::size_t batches = 0;
  const auto read = [&](tbb::flow_control& flow) -> Work* {
    ++batches;
    if (batches <= 2) return batches == 1 ? first : second;
    // Small batches first, so that a handful of documents still meets every thread.
    const std::size_t size =
        std::clamp<std::size_t>(batches / (std::size_t{2} * threads), 1, DocumentStream::kMostAtOnce);
    Work* const work = pool.take();
    if (stop || !documents.next(work->batch, size)) flow.stop();
    return work;
  };
  tbb::enumerable_thread_specific<Local> locals([&] { return Local(make_worker); });
  const auto work = [&](Work* one) {
    Local& local = locals.local();
    local.reader.begin(one->batch);
    while (work_on(local.reader, local.worker, one->results)) {}
    return one;
  };
  const auto write = [&](Work* one) {
    for (Result& result : one->results) {
      if (!stop && !emit(std::move(result))) stop = true;
    }
    one->results.clear();
    pool.give_back(one);
  };

  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_pipeline(std::size_t{4} * threads,
                           tbb::make_filter<void, Work*>(tbb::filter_mode::serial_in_order, read) &
                               tbb::make_filter<Work*, Work*>(tbb::filter_mode::parallel, work) &
                               tbb::make_filter<Work*, void>(tbb::filter_mode::serial_in_order, write));
  });
}

}  // namespace cablelint::cli
