package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.store.Store;
import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Input;
import dev.plumbline.sandbox.wire.Shape;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service: finds the operation, checks its input, runs it under one lock, and keeps what it changed before answering. */
public final class Kinesis {
    private final Store store;
    private final Clock clock;
    private final Streams streams;
    private final Records records;
    private final Map<String, Operation> operations;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Serves what the store holds.
     *
     * @param transition how long CREATING, UPDATING and DELETING last
     */
    public Kinesis(Store store, Clock clock, Duration transition) {
        this.store = store;
        this.clock = clock;
        this.streams = new Streams(store, transition);
        this.records = new Records(streams);
        Quotas quotas = new Quotas(streams);
        Throughput throughput = new Throughput();
        this.operations = List.of(
                        new StreamOperations(streams, quotas).all(),
                        new DescribeOperations(streams, quotas).all(),
                        new ShardOperations(streams, quotas).all(),
                        new TagOperations(streams).all(),
                        new CapacityOperations(streams, quotas).all(),
                        new SettingsOperations(streams).all(),
                        new ConsumerOperations(streams).all(),
                        new PolicyOperations(streams).all(),
                        new WriteOperations(streams, records, throughput).all(),
                        new ReadOperations(streams, records, throughput).all())
                .stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
    }

    /** The names of the operations that are served. */
    public Collection<String> operations() {
        return operations.keySet();
    }

    /**
     * Answers a call; an empty map is an answer without a body.
     *
     * @throws AwsException for any mistake of the caller's
     */
    public Map<String, @Nullable Object> call(
            String account, String region, String name, Map<String, @Nullable Object> document) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw AwsException.of("UnknownOperationException", "");
        }
        Input input = Shape.read(operation.shape(), document);
        Map<String, @Nullable Object> answer;
        lock.lock();
        try {
            if (store.recover()) {
                streams.reload();
                records.reload();
            }
            // Milliseconds are what AWS shows and what the store keeps.
            Call call = new Call(new Realm(account, region), clock.instant().truncatedTo(ChronoUnit.MILLIS), input);
            answer = operation.handler().answer(call);
        } finally {
            lock.unlock();
        }
        store.commit();
        return answer;
    }

    /** The regions in which any account has a stream. */
    public Set<String> regions() {
        lock.lock();
        try {
            return streams.regions();
        } finally {
            lock.unlock();
        }
    }

    /** A copy of every stream of every account and region, without records. */
    public Map<String, byte[]> copy() {
        lock.lock();
        try {
            return streams.copy();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets every stream and has those of a copy instead, as they were. */
    public void bringBack(Map<String, byte[]> copy) {
        lock.lock();
        try {
            streams.bringBack(copy);
            records.reload();
        } finally {
            lock.unlock();
        }
        store.commit();
    }

    /** Forgets every stream of every account and region. */
    public void clear() {
        lock.lock();
        try {
            streams.clear();
        } finally {
            lock.unlock();
        }
        store.commit();
    }
}
