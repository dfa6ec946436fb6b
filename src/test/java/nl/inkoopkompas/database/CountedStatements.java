package nl.inkoopkompas.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Notes the statements that are prepared for calls over HTTP, lists of values made equally long; what is asked of
 * sessions, and what the program does by itself, is left out.
 */
public final class CountedStatements {

    private final Queue<String> statements = new ConcurrentLinkedQueue<>();

    /** Puts the counter between a program under test and its database. */
    @TestConfiguration
    public static class Counting {

        @Bean
        static CountedStatements countedStatements() {
            return new CountedStatements();
        }

        @Bean
        static BeanPostProcessor counting(CountedStatements counted) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? counted.around(source) : bean;
                }
            };
        }
    }

    /** What was prepared meanwhile. */
    public List<String> during(Runnable calls) {
        statements.clear();
        calls.run();
        return List.copyOf(statements);
    }

    private DataSource around(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection());
            }
        };
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean answers = Thread.currentThread().getName().contains("-exec-");
                    String sql = method.getName().equals("prepareStatement") ? String.valueOf(arguments[0]) : "";
                    if (answers && !sql.isEmpty() && !sql.contains("SPRING_SESSION")) {
                        statements.add(sql.replaceAll("\\?(, \\?)+", "?, …"));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
