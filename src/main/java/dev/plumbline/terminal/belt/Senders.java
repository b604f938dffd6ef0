package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.cloud.StreamTraffic.Receipt;
import dev.plumbline.cloud.StreamTraffic.TrafficException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Producers that send side by side: one alone, which waits for each answer, may be slower than the shards it is to overrun. */
final class Senders implements AutoCloseable {
    private static final int COUNT = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT, task -> {
        Thread thread = new Thread(task, "belt-sender");
        thread.setDaemon(true);
        return thread;
    });

    /** Sends all of it and waits; the receipts are in the order of the parcels, AWS may have taken them in another. */
    List<Receipt> send(List<Parcel> parcels, StreamTraffic traffic) throws TrafficException {
        List<CompletableFuture<List<Receipt>>> answers = new ArrayList<>();
        for (List<Parcel> batch : batches(parcels)) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return traffic.put(batch);
                        } catch (TrafficException refusal) {
                            throw new CompletionException(refusal);
                        }
                    },
                    threads));
        }
        List<Receipt> receipts = new ArrayList<>();
        for (CompletableFuture<List<Receipt>> answer : answers) {
            try {
                receipts.addAll(answer.join());
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof TrafficException refusal) {
                    throw refusal;
                }
                throw failed;
            }
        }
        return receipts;
    }

    /** As few as there can be, of one size. */
    private static List<List<Parcel>> batches(List<Parcel> parcels) {
        int count = (parcels.size() + StreamTraffic.BATCH - 1) / StreamTraffic.BATCH;
        List<List<Parcel>> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batches.add(parcels.subList(i * parcels.size() / count, (i + 1) * parcels.size() / count));
        }
        return batches;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
